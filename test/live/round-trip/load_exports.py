"""Loads exported data sets as people do, from local files alone, and writes what it found as JSON.

python3 load_exports.py FOLDER RESULT: FOLDER/NAME/{train,validation,test}.{jsonl,csv} for each format.
"""

import json
import pathlib
import sys

from datasets import load_dataset
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{{ message['content'] }}<|im_end|>\n{% endfor %}"
)


def load(folder):
    files = sorted(folder.glob("*.jsonl")) or sorted(folder.glob("*.csv"))
    splits = {file.stem: str(file) for file in files}
    if files[0].suffix == ".jsonl":
        return load_dataset("json", data_files=splits)
    # A cell that says "NA" or "null" is text.
    return load_dataset("csv", data_files=splits, keep_default_na=False)


def told(loaded):
    return {
        split: {
            "types": {name: str(feature) for name, feature in rows.features.items()},
            "rows": rows.to_list(),
        }
        for split, rows in loaded.items()
    }


def chats(loaded):
    return [row["messages"] for rows in loaded.values() for row in rows]


def trained(texts):
    """A tokenizer of bytes, so small that it must take unknown text apart."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=600,
        special_tokens=["<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, chat_template=CHATML)


def rendered(conversations):
    texts = [message["content"] for messages in conversations for message in messages]
    tokenizer = trained(texts)
    whole = [tokenizer.apply_chat_template(messages, tokenize=False) for messages in conversations]
    ids = [tokenizer(text)["input_ids"] for text in whole]
    return {
        "texts": whole,
        "decoded": [tokenizer.decode(one, clean_up_tokenization_spaces=False) for one in ids],
        "tokens": [len(one) for one in ids],
        "turns": [one.count(tokenizer.convert_tokens_to_ids("<|im_start|>")) for one in ids],
    }


def matrix(loaded):
    frame = loaded["train"].to_pandas()
    numbers = frame.drop(columns=["sequence_id", "category", "label"]).to_numpy(dtype="float64", na_value=0)
    return {"shape": list(numbers.shape), "sum": float(numbers.sum()), "labels": sorted(set(frame["label"].tolist()))}


def main(folder, result):
    loaded = {one.name: load(one) for one in sorted(pathlib.Path(folder).iterdir())}
    found = {
        "formats": {name: told(one) for name, one in loaded.items()},
        "chat": rendered(chats(loaded["openai"])),
        "matrix": matrix(loaded["features"]),
    }
    pathlib.Path(result).write_text(json.dumps(found), encoding="utf-8")


main(*sys.argv[1:])
