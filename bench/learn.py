"""What scikit-learn makes of the same texts: words 1-2 and characters 2-5 by tf-idf into a linear SVM, one thread."""

import json
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

data = json.load(sys.stdin)
texts, labels = zip(*data["train"])
pipeline = make_pipeline(
    make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    ),
    LinearSVC(),
)
started = time.perf_counter()
pipeline.fit(texts, labels)
trained = time.perf_counter()
given = pipeline.predict([text for text, _ in data["test"]])
classified = time.perf_counter()
right = sum(label == truth for label, (_, truth) in zip(given, data["test"]))
json.dump(
    {
        "trainSeconds": trained - started,
        "classifySeconds": classified - trained,
        "accuracy": right / len(data["test"]),
    },
    sys.stdout,
)
