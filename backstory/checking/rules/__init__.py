"""The rules, a file a theme: each a function from the context to diagnostics. `checking.RULES` lists them."""
