"""The page as it lies here: html, css and js are served unchanged, there is no build step."""
