"""
A fleet as the seed's own team wrote it: a thread for each device, requests, and a sleep of one interval after each answer.
Its results went to a list in Redis; here they go to a list in memory, which costs less.
"""

import argparse
import statistics
import threading
import time

import requests

TICKS_A_DECADE = 10


def device(number, options, end, results):
    session = requests.Session()
    session.headers["X-Device"] = f"device-{number + 1:04}"
    session.trust_env = False
    time.sleep(number / options.devices * options.interval)
    count = 0
    while time.time() < end:
        poll(session, options.target + "/hello?page=1", results)
        if (count - number) % TICKS_A_DECADE == 0:
            poll(session, options.target + "/hello?page=200", results)
        count += 1
        time.sleep(options.interval)


def poll(session, url, results):
    begin = time.time()
    try:
        good = session.get(url, timeout=30).status_code == 200
    except requests.RequestException:
        good = False
    results.append((time.time() - begin, good))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--devices", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--interval", type=float, default=0.5, help="seconds")
    options = parser.parse_args()
    results = []
    end = time.time() + options.seconds
    threads = [threading.Thread(target=device, args=(number, options, end, results)) for number in range(options.devices)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    good = [took for took, fine in results if fine]
    print(f"{len(results)} requests, {len(results) - len(good)} failed, p50 {statistics.median(good or [0]) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
