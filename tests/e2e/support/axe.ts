import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeRun {
	violations: { id: string; nodes: { target: unknown[]; html: string }[] }[];
}

/** What axe finds on a page, one line a finding. Runs in a world of its own: Trusted Types stay on. */
export async function axeFindings(page: Page): Promise<string[]> {
	// What stands under a bar that sticks to the edge counts as too small: look at the page's end.
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	const client = await page.context().newCDPSession(page);
	const { frameTree } = await client.send('Page.getFrameTree');
	const { executionContextId } = await client.send('Page.createIsolatedWorld', {
		frameId: frameTree.frame.id
	});
	const run = (expression: string) =>
		client.send('Runtime.evaluate', {
			contextId: executionContextId,
			expression,
			awaitPromise: true,
			returnByValue: true
		});
	await run(source);
	const { result } = await run(
		`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => ({ violations: r.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, html }) => ({ target, html })) })) }))`
	);
	await client.detach();
	const { violations } = result.value as AxeRun;
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`)
	);
}
