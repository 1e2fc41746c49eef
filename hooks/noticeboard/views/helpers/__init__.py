"""What views share: pages and assets as values, addresses, the renderer, words, formats. Nothing here makes a page."""
