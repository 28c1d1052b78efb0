"""`verify.py` for many bundles in one process: a line of arguments (a JSON list) in, its exit code out.

A bundle that makes it fall over is answered with 2, and the reason goes to standard error.
"""
import json, sys, traceback
import verify

for line in sys.stdin:
    try:
        code = 0 if verify.main(json.loads(line))['outcome'] == 'release' else 1
    except Exception:
        traceback.print_exc()
        code = 2
    print(code, flush=True)
