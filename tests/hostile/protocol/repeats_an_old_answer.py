# expect: FAILED
"""Keep the answer to an earlier question and give it again, nonce and all."""

kept = []


def residual(w, x, y):
    import grader.inside.wire as wire

    plain = wire.reply

    def again(seen, nonce):
        kept.append(plain(seen, nonce))
        return kept[0]

    wire.reply = again
    return x


def slope(w, x, y):
    return residual(w, x, y)
