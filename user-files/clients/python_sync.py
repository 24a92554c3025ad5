"""requests in a loop: one after the other, on one connection."""

import time

import requests
import urllib3

from cell import WARM_UP, Cell


def main():
    cell = Cell()
    with new_session(cell) as session:
        warm_up(session, cell)
        send_all(session, cell)
    cell.print_result()


def new_session(cell):
    session = requests.Session()
    session.trust_env = False
    session.headers.update(cell.headers)
    # For requests, a file replaces the certificates that it trusts otherwise.
    session.verify = cell.verify and (cell.trust or True)
    if not cell.verify:
        urllib3.disable_warnings()
    return session


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
