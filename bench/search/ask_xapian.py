"""Indexes texts with Xapian and times searches. Called by peers.ts; needs Debian's python3-xapian.

usage: ask_xapian.py <texts.jsonl> <folder> <queries.json>
Prints a JSON object: name of a query -> CPU ms of each of its runs (a page of 50 with its texts).
"""
import json
import os
import re
import sys
import time

import xapian

texts, folder, queries = sys.argv[1:4]
WORD = re.compile(r"\w+")


def index():
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    for line in open(texts, encoding="utf-8"):
        text = json.loads(line)
        document = xapian.Document()
        document.set_data(text)
        for position, word in enumerate(WORD.findall(text.lower())):
            document.add_posting(word[:200], position)
        database.add_document(document)
    database.commit()
    database.close()


def query_of(asked):
    words = [xapian.Query(word) for word in asked["words"]]
    joined = {"and": xapian.Query.OP_AND, "or": xapian.Query.OP_OR, "phrase": xapian.Query.OP_PHRASE}
    return xapian.Query(joined[asked["join"]], words)


if not os.path.isdir(folder):
    index()
database = xapian.Database(folder)
answer = {}
for asked in json.load(open(queries, encoding="utf-8")):
    enquire = xapian.Enquire(database)
    enquire.set_query(query_of(asked))
    times = []
    for run in range(12):
        start = time.process_time()
        found = enquire.get_mset(0, 50)
        pieces = [match.document.get_data()[:200] for match in found]
        times.append((time.process_time() - start) * 1000)
    answer.setdefault(asked["name"], []).extend(times[2:])
print(json.dumps(answer))
