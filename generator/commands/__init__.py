"""What each command of `odl` does and says, a file each, under the name of the command; each has `run`.

A command imports what it needs when it is run: half a second of a command that has little to do would go in
what the others need.
"""
