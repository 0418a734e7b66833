import {
  count,
  expect,
  languages,
  library,
  resultIds,
  searchFor,
  settled,
  test,
} from '../support/page-fixture.ts';

/** A word that too many articles have for the list of rare words of one, and no title: only Pagefind finds it. */
const IN_FULL_TEXT = 'downstream';

for (const { locale, prefix } of languages) {
  test.describe(`search in ${locale}`, () => {
    test('identifiers are found as people paste them, whole and in parts', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      const cases = {
        __excinfo_unwrap_args: 'KF-0003',
        excinfo_unwrap: 'KF-0003',
        "'__excinfo_unwrap_args1f0c2a'": 'KF-0003',
        PyInterpreterState_Get: 'KF-0005',
        '__pyx_fatalerror: Acquisition count is -1': 'KF-0001',
        'Acquisition count': 'KF-0001',
        'python313t_d.dll': 'KF-0005',
        __pyx_pymod_exec: 'KF-0002',
        'KF-0002': 'KF-0002',
      };
      for (const [text, id] of Object.entries(cases)) {
        await searchFor(page, text);
        expect((await resultIds(page))[0], text).toBe(id);
      }
      // Names that several faults print, and parts of such: among the first.
      for (const [text, id] of [
        ['python313t', 'KF-0005'],
        ['PyObject_SelfIter', 'KF-0004'],
      ] as const) {
        await searchFor(page, text);
        expect((await resultIds(page)).slice(0, 3), text).toContain(id);
      }
    });

    test('results come while typing, with the hit marked in its surroundings', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await page.locator('#box').pressSequentially('RTLD_GLO', { delay: 20 });
      await expect(page.locator('[data-list] mark').first()).toContainText('RTLD_GLOBAL');
      await expect(page.locator('[data-list] .fault').first()).toContainText('KF-0004');
    });

    test('facets combine, count live, and the address follows; back undoes a choice', async ({
      page,
    }) => {
      await page.goto(`${prefix}/search/`);
      const total = page.locator('[data-total]');
      const value = (facet: string, name: string) =>
        page.locator(`input[name="${facet}"][value="${name}"]`);
      const shown = (facet: string, name: string) =>
        page.locator('label', { has: value(facet, name) }).locator('[data-count]');

      await value('symptom', 'crash').check();
      const crashes = count({ symptom: 'crash' });
      await expect(total).toContainText(String(crashes));
      for (const project of ['cython', 'numba', 'pyyaml']) {
        const own = String(count({ symptom: 'crash', project }));
        await expect(shown('project', project)).toHaveText(own);
      }
      // The chosen facet still says what its other values hold.
      const links = String(count({ symptom: 'link-error' }));
      await expect(shown('symptom', 'link-error')).toHaveText(links);

      await value('project', 'pyo3').check();
      await value('python', '3.13t').check();
      await expect(page).toHaveURL(`${prefix}/search/?project=pyo3&symptom=crash&python=3.13t`);
      await expect.poll(() => resultIds(page)).toContain('KF-0005');
      const narrow = Number(await shown('project', 'pyo3').textContent());
      expect((await resultIds(page)).length).toBe(narrow);
      expect(narrow).toBeLessThanOrEqual(count({ symptom: 'crash', project: 'pyo3' }));

      await value('python', '3.12').check();
      await expect(page).toHaveURL(
        `${prefix}/search/?project=pyo3&symptom=crash&python=3.12&python=3.13t`,
      );
      await expect.poll(() => resultIds(page)).toContain('KF-0005');
      const wide = Number(await shown('project', 'pyo3').textContent());
      expect(wide).toBeGreaterThanOrEqual(narrow);

      await page.goBack();
      await page.goBack();
      await page.goBack();
      await expect(page).toHaveURL(`${prefix}/search/?symptom=crash`);
      await expect(value('python', '3.13t')).not.toBeChecked();
      await expect(total).toContainText(String(crashes));
      await page.goForward();
      await page.goForward();
      await expect(value('python', '3.13t')).toBeChecked();
      await expect.poll(() => resultIds(page)).toContain('KF-0005');
    });

    test('a long facet is folded; what an address chooses in it is seen', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      const few = page.locator('input[name="project"][value="pyyaml"]');
      await expect(few).toBeHidden();
      await page.locator('[data-facet="project"] summary').click();
      await few.check();
      await expect(page).toHaveURL(`${prefix}/search/?project=pyyaml`);
      await expect.poll(() => resultIds(page)).toHaveLength(count({ project: 'pyyaml' }));
      await page.reload();
      await expect(few).toBeVisible();
      await expect(few).toBeChecked();
    });

    test('a copied address shows the same results', async ({ page, context, baseURL }) => {
      await page.goto(`${prefix}/search/?q=PyO3&platform=windows`);
      await expect(page.locator('#box')).toHaveValue('PyO3');
      await expect(page.locator('input[name="platform"][value="windows"]')).toBeChecked();
      await settled(page);
      await expect(page.locator('[data-list] .fault').first()).toBeVisible();
      const there = await resultIds(page);
      const copy = await context.newPage();
      await copy.goto(page.url().replace(baseURL ?? '', baseURL ?? ''));
      await expect.poll(() => resultIds(copy)).toEqual(there);
    });

    test('chips show the choice and take it back', async ({ page }) => {
      await page.goto(`${prefix}/search/?project=pyo3&symptom=crash`);
      const chips = page.locator('.chip');
      await expect(chips).toHaveCount(2);
      await chips.first().click();
      await expect(page).toHaveURL(`${prefix}/search/?symptom=crash`);
      await expect(page.locator('input[name="project"][value="pyo3"]')).not.toBeChecked();
      await page.locator('.chips [data-remove-all]').click();
      await expect(page).toHaveURL(`${prefix}/search/`);
      await expect(page.locator('.chips')).toBeHidden();
      await expect(page.locator('[data-total]')).toContainText(String(library.length));
    });

    test('the keyboard alone suffices', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await page.keyboard.press('Control+k');
      await expect(page.locator('#box')).toBeFocused();
      await page.keyboard.type('numpy');
      await settled(page);
      await expect(page.locator('[data-list] .fault').nth(1)).toBeVisible();
      const links = page.locator('[data-results] .fault-title a:visible');
      await page.keyboard.press('ArrowDown');
      await expect(links.first()).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(links.nth(1)).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect(page.locator('#box')).toBeFocused();
      await page.keyboard.press('ArrowDown');
      const href = await links.first().getAttribute('href');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(href ?? '');
    });

    test('from any page Ctrl-K opens a box; Enter there leads to all results', async ({ page }) => {
      await page.goto(`${prefix}/projects/`);
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog');
      await expect(dialog.locator('input')).toBeFocused();
      await page.keyboard.type('unwrap_args');
      await expect(dialog.locator('.id').first()).toHaveText('KF-0003');
      await page.keyboard.press('ArrowDown');
      await expect(dialog.locator('.fault-title a').first()).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('walrus');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${prefix}/search/?q=walrus`);
      await expect.poll(() => resultIds(page)).toContain('KF-0001');
    });

    test('one sentence is said to screen readers once typing has stopped', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      const region = page.getByRole('status');
      await searchFor(
        page,
        "Linking globals named '__excinfo_unwrap_args1f': symbol multiply defined!",
      );
      await expect(region).toHaveText(locale === 'en' ? /^Found: [^.]*\.pycc[^.]*$/ : /^找到：.+$/);
      await searchFor(page, 'zzzzqqqq');
      await expect(region).toHaveText(locale === 'en' ? 'No results' : '没有结果');
    });

    test('no result says what to try instead', async ({ page }) => {
      await page.goto(`${prefix}/search/?q=zzzzqqqq&project=cython`);
      const empty = page.locator('[data-empty-state]');
      await expect(empty).toBeVisible();
      await expect(empty.locator('[data-empty-filters]')).toBeVisible();
      await expect(empty.locator('.browse-links a')).toHaveCount(5);
      await empty.locator('[data-remove-all]').click();
      await expect(page).toHaveURL(`${prefix}/search/?q=zzzzqqqq`);
      await expect(empty.locator('[data-empty-filters]')).toBeHidden();
    });

    test('what is typed never becomes markup', async ({ page }) => {
      const hostile = '<img src=x onerror=document.title="owned"><b>walrus</b>';
      await page.goto(`${prefix}/search/?q=${encodeURIComponent(hostile)}`);
      await settled(page);
      await expect(page.locator('#box')).toHaveValue(hostile);
      await expect(page.locator('[data-results] :is(img, b)')).toHaveCount(0);
      await expect(page).not.toHaveTitle('owned');
    });
  });
}

test('until the first answer an address that asks for something shows no other list', async ({
  page,
}) => {
  let release: (() => void) | undefined;
  await page.route('**/search-index/*', async (route) => {
    await new Promise<void>((resolve) => (release = resolve));
    await route.continue();
  });
  await page.goto('/search/?project=pyyaml');
  await expect(page.locator('[data-waiting]')).toHaveText('Searching');
  await expect(page.locator('.fault:visible')).toHaveCount(0);
  release?.();
  await expect.poll(() => resultIds(page)).toHaveLength(count({ project: 'pyyaml' }));
});

test('on a phone the search over a page fits it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/projects/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('numpy');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.fault').first()).toBeVisible();
  expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
});

test('letters typed before the search has loaded are kept, and answered', async ({ page }) => {
  let release: (() => void) | undefined;
  await page.route('**/quick-search.*.js', async (route) => {
    await new Promise<void>((resolve) => (release = resolve));
    await route.continue();
  });
  await page.goto('/projects/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('unwrap_args');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('input')).toHaveValue('unwrap_args');
  await expect(dialog.locator('.fault')).toHaveCount(0);
  release?.();
  await expect(dialog.locator('.id').first()).toHaveText('KF-0003');
});

test('Chinese pages search the Chinese index, with Chinese words told apart', async ({ page }) => {
  await page.goto('/zh/search/');
  for (const [text, id] of [
    ['类型化内存视图', 'KF-0001'],
    ['海象运算符', 'KF-0001'],
    ['自由线程', 'KF-0005'],
  ] as const) {
    await searchFor(page, text);
    await expect.poll(() => resultIds(page)).toContain(id);
    const href = await page.locator('[data-list] a').first().getAttribute('href');
    expect(href).toMatch(/^\/zh\/articles\//);
  }
  await page.goto('/search/');
  await searchFor(page, '海象运算符');
  // A synonym of the field is found in every language; other Chinese words are not in English articles.
  await expect.poll(() => resultIds(page)).toContain('KF-0001');
  await searchFor(page, '任意类型');
  await expect(page.locator('[data-empty-state]')).toBeVisible();
});

test('a word that only the full text of an article contains is found', async ({ page }) => {
  await page.goto('/search/');
  await searchFor(page, IN_FULL_TEXT);
  await expect(page.locator('[data-list] mark').first()).toContainText(/downstream/i);
  await expect(page.locator('[data-list] .fault-summary').first()).not.toBeEmpty();
  for (const fix of await page.locator('[data-list] .fault-fix:visible').all()) {
    await expect(fix.locator('[data-slot="fix"]')).not.toBeEmpty();
  }
});

test('without a query there are all faults, newest first, and nothing is fetched for it', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/search/');
  await expect(page.locator('[data-total]')).toContainText(String(library.length));
  const listed = page.locator('[data-static] .fault');
  await expect(listed.locator('.fault-fix')).toHaveText(
    (await listed.all()).map(() => /^Fix:\s+\S.{20}/),
  );
  expect(fetched.filter((url) => /pagefind|search-index/.test(url))).toEqual([]);
});

test.describe('a search index that does not load', () => {
  test.use({ expectErrors: true });

  const files = {
    'list of articles': '**/search-index/*',
    worker: '**/search-worker*',
    script: '**/pagefind/pagefind.js*',
    entry: '**/pagefind/pagefind-entry.json*',
    WebAssembly: '**/pagefind/wasm.*',
    words: '**/pagefind/index/*',
    texts: '**/pagefind/fragment/*',
    filters: '**/pagefind/filter/*',
  };
  const failures = (Object.keys(files) as (keyof typeof files)[]).flatMap((name) => [
    { name, how: 'missing' as const },
    { name, how: 'cut off' as const },
  ]);
  for (const { name, how } of [...failures, { name: 'script', how: 'blocked' } as const]) {
    test(`${name} ${how}: the page offers the browse pages and a retry, which works`, async ({
      page,
    }) => {
      const pattern = files[name];
      await page.context().route(pattern, async (route) => {
        if (how === 'missing') return route.fulfill({ status: 404, body: 'gone' });
        if (how === 'blocked') return route.abort();
        const whole = await (await route.fetch()).body();
        return route.fulfill({ status: 200, body: whole.subarray(0, whole.length / 2) });
      });
      await page.goto(`/search/?q=${IN_FULL_TEXT}`);
      const failed = page.locator('[data-failed]');
      await expect(failed).toBeVisible();
      await expect(failed.locator('.browse-links a')).toHaveCount(5);
      await page.context().unrouteAll({ behavior: 'wait' });
      await failed.locator('[data-retry]').click();
      await expect(page.locator('[data-list] .fault').first()).toBeVisible();
      await expect(failed).toBeHidden();
    });
  }
});
