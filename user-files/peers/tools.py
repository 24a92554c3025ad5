"""The tools of the bench, in the order of their rows."""

import importlib

NAMES = ("fleetpoll", "hyperfoil", "goose", "locust", "jmeter", "artillery", "h2load", "seed")


def kind(name):
    """The class of a tool: the module <name>_tool has one, with that name."""
    module = importlib.import_module(name + "_tool")
    return next(value for value in vars(module).values() if getattr(value, "NAME", None) == name)


def choose(names):
    """The classes of some tools, each once; an unknown name ends the program."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        raise SystemExit(f"{', '.join(unknown)}: unknown; there are {', '.join(NAMES)}")
    return [kind(name) for name in dict.fromkeys(names)]
