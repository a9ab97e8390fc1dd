import importlib
import pkgutil

import generator
from generator.errors import CommandError


def test_whatever_a_command_refuses_is_told_as_a_sentence() -> None:
    modules = [
        importlib.import_module(f"generator.{found.name}")
        for found in pkgutil.iter_modules(generator.__path__)
    ]
    raised = {
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Exception) and one.__module__.startswith("generator.")
    }
    assert {one.__name__ for one in raised if not issubclass(one, CommandError)} <= {"_TooMuchError"}
    assert len(raised) > 1
