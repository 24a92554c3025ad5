"""requests in a pool of threads: as many threads as may be in flight, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor

from cell import Cell
from python_sync import new_session, send_all, warm_up


def main():
    cell = Cell()
    with new_session(cell) as session:
        warm_up(session, cell)
    with ThreadPoolExecutor(cell.places) as pool:
        for place in [pool.submit(work, cell) for _ in range(cell.places)]:
            place.result()
    cell.print_result()


def work(cell):
    with new_session(cell) as session:
        send_all(session, cell)


if __name__ == "__main__":
    main()
