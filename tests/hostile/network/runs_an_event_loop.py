# expect: RAISED
"""Start asyncio, which wants sockets, and a server in it."""

import asyncio


def residual(w, x, y):
    async def serve():
        server = await asyncio.start_server(lambda *line: None, "127.0.0.1", 0)
        server.close()
        return 31337.0

    return asyncio.run(serve())


def slope(w, x, y):
    return 0.0
