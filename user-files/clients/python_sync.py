"""requests in a loop: one after the other, on one connection."""

import time

import requests

from cell import WARM_UP, Cell


def main():
    cell = Cell()
    with requests.Session() as session:
        session.trust_env = False
        session.headers.update(cell.headers)
        warm_up(session, cell)
        send_all(session, cell)
    cell.print_result()


def warm_up(session, cell):
    try:
        session.get(cell.warm_up_url, headers=WARM_UP, timeout=cell.timeout)
    except requests.RequestException:
        pass  # the first request will tell


def send_all(session, cell):
    for index in cell.indices():
        sent = time.monotonic_ns()
        try:
            answer = session.get(f"{cell.url}{index}", timeout=cell.timeout, allow_redirects=False)
            cell.answered(sent, answer.status_code, answer.content)
        except requests.RequestException as error:
            cell.failed(sent, error)


if __name__ == "__main__":
    main()
