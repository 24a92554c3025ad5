"""The versions of this Python and of modules, a line each: versions.py falcon,uvicorn."""

import platform
import sys
from importlib import metadata

packages = metadata.packages_distributions()
print("Python", platform.python_version())
for module in sys.argv[1].split(","):
    for package in sorted(set(packages[module])):
        print(package, metadata.version(package))
