"""Everything about the page that is not Gradio: texts, limits, jobs, views, downloads."""
