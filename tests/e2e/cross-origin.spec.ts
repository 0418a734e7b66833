import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { library } from '../support/page-fixture.ts';

/** A server of another site: another port is another origin. */
let otherSite: Server;

test.beforeAll(async () => {
  otherSite = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Another site</title>');
  });
  await new Promise<void>((resolve) => otherSite.listen(0, 'localhost', resolve));
});

test.afterAll(() => {
  otherSite.closeAllConnections();
  otherSite.close();
});

test.beforeEach(async ({ page }) => {
  await page.goto(`http://localhost:${(otherSite.address() as AddressInfo).port}/`);
});

/** Returns what a script on the page reads from an address: the text, or the name of the error. */
const fetchedBy = (page: Page, url: string) =>
  page.evaluate(
    (address) =>
      fetch(address).then(
        (response) => response.text(),
        (error: Error) => error.name,
      ),
    url,
  );

test('a page of another site reads the API and the feeds', async ({ page, baseURL }) => {
  expect(new URL(page.url()).origin).not.toBe(baseURL);
  const articles = await fetchedBy(page, `${baseURL}/api/v1/articles.json`);
  expect(JSON.parse(articles)).toEqual(library);
  for (const address of [
    '/api/v1/osv/KF-0001.json',
    '/api/v1/schemas/article.json',
    '/feed.xml',
    '/zh/feed.xml',
    '/projects/cython/feed.xml',
    '/zh/symptoms/crash/feed.xml',
  ]) {
    expect(await fetchedBy(page, baseURL + address), address).toMatch(/^(?:\{|<\?xml)/);
  }
});

test('a page of another site cannot read pages', async ({ page, baseURL }) => {
  expect(await fetchedBy(page, `${baseURL}/articles/`)).toBe('TypeError');
});
