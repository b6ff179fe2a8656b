"""Messages of real clients, provoked: every client of ``clients/`` meets every symptom of `symptoms`, in namespaces.

``python -m tools.corpus [CLIENT…]`` (``just corpus``) builds one lab (`stage`) in which all that can go wrong stands at
once, each on a port, a name or a host of its own, runs the clients against it (`runs`), and writes what they printed with
the truth beside it to ``tests/readings/messages/provoked/CLIENT.txt`` (`record`), where a test reads every one back.

A client is one file, ``clients/NAME.toml`` (`client`); a symptom is one entry of `symptoms.SYMPTOMS`.
"""
