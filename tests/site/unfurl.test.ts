import { readFileSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import openGraph from 'open-graph-scraper';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/cli/serve/serve.ts';
import { dist, filesOf } from '../support/built-site.ts';

const KB = 1000;

let server: Server;
let origin: string;

beforeAll(async () => {
  server = await serve({ dir: dist, port: 0 });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

/** Metadata that a chat or a tracker reads from a pasted address. */
async function unfurl(address: string) {
  const page = await fetch(origin + address);
  const { result } = await openGraph({ html: await page.text(), onlyGetOpenGraphInfo: true });
  return result;
}

/** Width and height in the header of a PNG. */
function sizeOf(png: Buffer): { signature: string; width: number; height: number } {
  return {
    signature: png.toString('latin1', 1, 4),
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
  };
}

const walrus = '/articles/cython-memoryview-walrus-acquisition-count-crash/';

const english = {
  ogTitle: 'Walrus assignment of a typed memoryview crashes: "Acquisition count is -1"',
  ogDescription: /^A function with := and a typed memoryview .* use a separate assignment\.$/,
  ogLocale: 'en_US',
  card: '/cards/KF-0001.png',
  alt: 'KF-0001: Walrus assignment of a typed memoryview crashes: "Acquisition count is -1". Cython, Crash, Fixed. What to do: Rebuild the extension with Cython 3.1.0 or later; on Cython 3.0 make the assignment a separate statement instead of using :=.',
};

const chinese = {
  ogTitle: '对类型化内存视图使用海象运算符导致崩溃："Acquisition count is -1"',
  ogDescription: /^在赋值表达式里对类型化内存视图使用海象运算符.*。$/,
  ogLocale: 'zh_CN',
  card: '/zh/cards/KF-0001.png',
  alt: 'KF-0001: 对类型化内存视图使用海象运算符导致崩溃："Acquisition count is -1". Cython, 崩溃, 已修复. 解决办法: 用 Cython 3.1.0 或更高版本重新生成并编译扩展；留在 3.0.x 时不用 :=，把赋值单独写成一条语句。',
};

describe.each([
  [walrus, walrus, english],
  ['/KF-0001/', walrus, english],
  ['/github.com/cython/cython/issues/6434/', walrus, english],
  ['/e/1/70dcd34552e78cc0/', walrus, english],
  [`/zh${walrus}`, `/zh${walrus}`, chinese],
  ['/zh/KF-0001/', `/zh${walrus}`, chinese],
])('%s', (address, leadsTo, { card, alt, ...words }) => {
  test('unfurls as the article: title, summary and card', async () => {
    const shown = await unfurl(address);
    expect(shown).toMatchObject({
      ogTitle: words.ogTitle,
      ogDescription: expect.stringMatching(words.ogDescription),
      ogLocale: words.ogLocale,
      ogSiteName: 'Known Faults',
      ogType: 'article',
      ogUrl: `http://localhost:4321${leadsTo}`,
      ogImage: [
        {
          url: `http://localhost:4321${card}`,
          width: '1200',
          height: '630',
          type: 'image/png',
          alt,
        },
      ],
      twitterCard: 'summary_large_image',
    });

    const picture = await fetch(origin + card);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(sizeOf(Buffer.from(await picture.arrayBuffer()))).toEqual({
      signature: 'PNG',
      width: 1200,
      height: 630,
    });
  });
});

test.each(['/', '/search/', '/projects/cython/'])(
  '%s has words and no picture',
  async (address) => {
    const shown = await unfurl(address);
    expect(shown.ogTitle).toBeTruthy();
    expect(shown.ogType).toBe('website');
    expect(shown.ogImage).toBeUndefined();
    expect(shown.twitterCard).toBe('summary');
  },
);

test('every article has a badge, and a card in both languages of at most 60 KB', () => {
  const files = filesOf(dist);
  const articles = JSON.parse(readFileSync(path.join(dist, 'api/v1/articles.json'), 'utf8')) as {
    id: string;
  }[];
  const cards = files.filter((file) => /^(?:zh\/)?cards\//.test(file));
  const badges = files.filter((file) => /^(?:zh\/)?badge\//.test(file));
  const wanted = ['', 'zh/'].flatMap((prefix) =>
    articles.map(({ id }) => `${prefix}cards/${id}.png`),
  );
  expect(cards).toEqual(wanted.sort());
  expect(badges).toEqual(articles.map(({ id }) => `badge/${id}.svg`).sort());
  const heavy = cards.filter((file) => statSync(path.join(dist, file)).size > 60 * KB);
  expect(heavy).toEqual([]);
});

test('no font is served', () => {
  expect(filesOf(dist).filter((file) => /\.(?:woff2?|[ot]tf)$/.test(file))).toEqual([]);
});
