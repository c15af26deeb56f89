/** What a page of ours may load and do: its own files, and nothing else. The same text stands in the page as a `<meta>`. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
