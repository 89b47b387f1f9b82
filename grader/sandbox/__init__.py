"""A separate, warm process in which student code runs and from which only numbers return.

Read in this order. Theory first: what must hold, and against whom, is in ``docs/security.md``.

1. ``client``       what the rest of the grader sees: observe a program, get numbers back.
2. ``run``          one program in one server, in as many processes as it wears out.
3. ``fork_server``  the warm process of one preload set, which forks a child for every program.
4. ``zygotes``      servers that share one import of the libraries, for the sandboxes of a class.
5. ``child``        one such child, seen from the parent: ask, read, kill.
6. ``tiers``        which protections would do, and whether those that are there hold.
7. ``start``        how the server's process comes to be: inside bubblewrap, or as it is.
8. ``mounts``       what of this machine it may see.
9. ``policy``       which rights it and its children give up; sent before it loads anything.
10. ``filter``      the system calls that stay, from the names in ``syscalls`` by the assembler in ``bpf``.
11. ``self_test``  the attacks that are tried at every start, before any program runs.
12. ``spawn``      the same without a fork server: macOS, Windows.

The other end of each pipe is in ``grader/inside/``: ``bootstrap``, ``server``, ``serve``, ``observe``.
"""

__all__ = ["client", "mounts", "policy", "tiers", "zygotes"]
"""The rooms that other folders enter."""
