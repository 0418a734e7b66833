/** Where the parts of the index that hold its words stand in the bundle. */
const PART = /\/pagefind\/index\/[^/]+\.pf_index$/;

let watching = false;
let lost = 0;

/** How many parts of the index did not arrive whole since the page was opened. */
export function lostParts(): number {
  return lost;
}

/**
 * Watches what Pagefind fetches. It keeps a part that is missing or broken to itself and answers
 * "nothing found", and it has no other way than `fetch` to get one; so this is where the truth is.
 */
export function watchParts(): void {
  if (watching) return;
  watching = true;
  const fetchAsIs = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!PART.test(address)) return fetchAsIs(input, init);
    try {
      const response = await fetchAsIs(input, init);
      const body = await response.arrayBuffer();
      if (!response.ok || !(await isWhole(body))) lost += 1;
      return new Response(body, response);
    } catch (error) {
      lost += 1;
      throw error;
    }
  };
}

/** Parts are gzip files, which end with a check sum. */
async function isWhole(body: ArrayBuffer): Promise<boolean> {
  try {
    const unpacked = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'));
    await new Response(unpacked).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
