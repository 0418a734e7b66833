import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { library } from '../support/page-fixture.ts';

/** A page of somebody else: another port is another origin. */
let stranger: Server;

test.beforeAll(async () => {
  stranger = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Somebody else</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, 'localhost', resolve));
});

test.afterAll(() => {
  stranger.closeAllConnections();
  stranger.close();
});

test.beforeEach(async ({ page }) => {
  await page.goto(`http://localhost:${(stranger.address() as AddressInfo).port}/`);
});

/** What a script on the open page gets from an address: the text, or the name of the error. */
const fetchedBy = (page: Page, url: string) =>
  page.evaluate(
    (address) =>
      fetch(address).then(
        (response) => response.text(),
        (error: Error) => error.name,
      ),
    url,
  );

test('a page of another site reads the facts', async ({ page, baseURL }) => {
  expect(new URL(page.url()).origin).not.toBe(baseURL);
  const text = await fetchedBy(page, `${baseURL}/api/v1/articles.json`);
  expect(JSON.parse(text)).toEqual(library);
});

for (const address of [
  '/api/v1/osv/KF-0001.json',
  '/api/v1/schemas/article.json',
  '/feed.xml',
  '/zh/feed.xml',
  '/projects/cython/feed.xml',
  '/zh/symptoms/crash/feed.xml',
]) {
  test(`a page of another site reads ${address}`, async ({ page, baseURL }) => {
    expect(await fetchedBy(page, baseURL + address)).toMatch(/^(?:\{|<\?xml)/);
  });
}

test('a page of another site cannot read what is made for people', async ({ page, baseURL }) => {
  expect(await fetchedBy(page, `${baseURL}/articles/`)).toBe('TypeError');
});
