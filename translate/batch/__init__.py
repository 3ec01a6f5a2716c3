"""Batches: files, folders and globs of documents, translated into a folder; resumable, nothing lost.

`python -m translate batch` is the command, `translate.batch.job.run` its body. What is done with an article is a
`translate.batch.model.Work`; the one here translates, and `jisr` has one that summarizes as well.
"""
