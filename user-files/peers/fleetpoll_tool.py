"""Fleetpoll, started as `mvn gatling:test` starts its JVM, but without Maven around it."""

import os
import pathlib
import re
import shlex
import shutil
import time
import xml.etree.ElementTree
import zipfile

import witness
from measured import Measured
from tool import PROJECT, Tool, build

OWN = ("-Ddevices=", "-Dduration=", "-Dinterval=", "-Dtarget=", "-Dwarm-up=", "-Djansi.mode=")


class Fleetpoll(Tool):
    """The command of the JVM that the plugin forks, as one small run of Maven shows it."""

    NAME = "fleetpoll"
    MISSED = "each one, by device and cause"
    PER_DEVICE = "polls, misses, failures and times of both endpoints (devices.csv)"

    @staticmethod
    def missing():
        return None if shutil.which("mvn") and shutil.which("java") else "needs mvn and a JDK: apt-get install maven openjdk-17-jdk"

    def __init__(self, folder, options):
        super().__init__(folder, options)
        self.extra = shlex.split(options.fleetpoll)
        self.results = folder / "gatling"
        (folder / "nginx").mkdir()
        with witness.nginx(folder / "nginx", 10) as (port, _):
            self.learn(shlex.split(options.maven), port)

    def learn(self, maven, port):
        command = maven + ["-q", "-B", "gatling:test", "-Ddevices=1", "-Dduration=1s", "-Dwarm-up=2s",
                           f"-Dtarget=http://127.0.0.1:{port}"]
        with Measured(command, self.folder / "maven.out", PROJECT) as process:
            argv = self.catch(process, 300)
            process.wait(120)
        jar = argv.index("-jar")
        self.flags = [arg for arg in argv[:jar] if not arg.startswith(OWN)]
        self.rest = ["-jar", str(self.folder / "booter.jar"), *argv[jar + 2:]]

    def version(self):
        """The version of its pom and, if git knows it, the commit."""
        version = xml.etree.ElementTree.parse(PROJECT / "pom.xml").getroot().findtext("{*}version")
        try:
            return f"{version} ({build(['git', 'describe', '--always', '--dirty'], PROJECT).strip()})"
        except (OSError, SystemExit):
            return version

    def catch(self, process, limit_seconds):
        """The arguments of the forked JVM; its class path and arguments are in a jar that lives as long as it does."""
        end = time.monotonic() + limit_seconds
        while time.monotonic() < end and running(process.process.pid):
            for pid in descendants(process.process.pid):
                argv = arguments(pid)
                if "-jar" in argv and "io.gatling.app.Gatling" in argv:
                    self.copy_booter(argv[argv.index("-jar") + 1])
                    return argv
            time.sleep(0.02)
        raise SystemExit(f"mvn gatling:test started no Gatling: {(self.folder / 'maven.out').read_text()[-2000:]}")

    def copy_booter(self, path):
        """Copies the plugin's jar, with another folder for the results."""
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(self.folder / "booter.jar", "w") as copy:
            for entry in source.infolist():
                content = source.read(entry)
                if entry.filename == "META-INF/args.txt":
                    lines = content.decode().splitlines()
                    at = next(i for i, line in enumerate(lines) if line in ("-rf", "--results-folder"))
                    lines[at + 1] = str(self.results)
                    content = "\n".join(lines).encode() + b"\n"
                copy.writestr(entry.filename, content)

    def command(self, scenario, port):
        return [*self.flags, f"-XX:HeapDumpPath={self.folder}", f"-Ddevices={scenario.devices}", f"-Dduration={scenario.seconds}s",
                f"-Dinterval={scenario.interval_ms}ms", f"-Dtarget=http://127.0.0.1:{port}", *self.extra, *self.rest]

    def start(self, scenario, port, output):
        self.earlier = set(self.results.glob("*"))
        return Measured(self.command(scenario, port), output, PROJECT)

    def says(self, output):
        """Its own verdict."""
        found = re.findall(r"^Verdict: (\w+)", output.read_text(errors="replace"), re.MULTILINE)
        report = [page for page in self.results.glob("*/index.html") if page.parent not in self.earlier]
        return (found[-1] if found else "no verdict") + ("" if report else ", no report")

    def clean(self):
        shutil.rmtree(self.results, ignore_errors=True)


def running(pid):
    """Whether one of our own children still runs; it stays to be waited for."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def descendants(pid):
    """All processes below one."""
    try:
        children = (pathlib.Path("/proc") / str(pid) / "task").glob("*/children")
        found = [int(child) for file in children for child in file.read_text().split()]
    except OSError:
        return []
    return found + [below for child in found for below in descendants(child)]


def arguments(pid):
    try:
        return (pathlib.Path("/proc") / str(pid) / "cmdline").read_bytes().decode().split("\0")[:-1]
    except OSError:
        return []
