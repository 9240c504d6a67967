/**
 * What runs inside a page. Each function is sent there by its text alone, so it uses nothing from
 * outside itself but {@link Window.bench}, which `install` puts there before the page's own scripts.
 */

declare global {
	interface Window {
		bench: {
			/** Opens one of the app's databases without the app. */
			open: (name: string) => Promise<IDBDatabase>;
			/** What a request gives. */
			result: <T>(request: IDBRequest<T>) => Promise<T>;
			/** Ends with a transaction. */
			done: (transaction: IDBTransaction) => Promise<void>;
			/** ms since the navigation began, at the frame that shows the first question */
			firstCard: Promise<number>;
			/** The same of the first of a person's own reports in the list. */
			firstReport: Promise<number>;
		};
	}
}

/** One review of the app, in ms. */
export interface AnswerTimes {
	/** From the click on a rating until the next question stands in the page. */
	inPage: number;
	/** Until the frame that paints it begins. */
	painted: number;
}

/** Sets {@link Window.bench} up. */
export function install(): void {
	/** ms since the navigation began, at the frame that first shows what a selector finds */
	const first = (selector: string) =>
		new Promise<number>((resolve) => {
			const observer = new MutationObserver(() => {
				if (!document.querySelector(selector)?.textContent) return;
				observer.disconnect();
				requestAnimationFrame(() => resolve(performance.now()));
			});
			observer.observe(document, { childList: true, subtree: true, characterData: true });
		});
	window.bench = {
		open: (name) => window.bench.result(indexedDB.open(name)),
		result: (request) =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			}),
		done: (transaction) =>
			new Promise((resolve, reject) => {
				transaction.oncomplete = () => resolve();
				transaction.onabort = () => reject(transaction.error);
			}),
		firstCard: first('h1.question'),
		firstReport: first('section[aria-labelledby="own-title"] article')
	};
}

/** Who learns in this profile: the id of the device, and the name of the learner's database. */
export async function findLearner(): Promise<{ device: string; database: string }> {
	const { open, result } = window.bench;
	const db = await open('recount-device');
	const read = db.transaction(['learners', 'settings']);
	const [learners, device] = await Promise.all([
		result(read.objectStore('learners').getAll()),
		result(read.objectStore('settings').get('device'))
	]);
	db.close();
	return { device: device.value, database: `recount-${learners[0].id}` };
}

/** Rows of a store as JSON, at most 1,000. */
export async function readRows([database, store]: [string, string]): Promise<string> {
	const { open, result } = window.bench;
	const db = await open(database);
	const rows = await result(db.transaction(store).objectStore(store).getAll(undefined, 1000));
	db.close();
	return JSON.stringify(rows);
}

/** Puts rows, given as JSON by store, in one transaction. */
export async function putRows([database, json]: [string, string]): Promise<void> {
	const { open, done } = window.bench;
	const rows = JSON.parse(json) as Record<string, unknown[]>;
	const db = await open(database);
	const write = db.transaction(Object.keys(rows), 'readwrite');
	for (const [store, list] of Object.entries(rows)) {
		for (const row of list) write.objectStore(store).put(row);
	}
	await done(write);
	db.close();
}

/**
 * The floor of a review, in ms: an event and a card put back as they are in one strict transaction,
 * then one card read.
 */
export async function rawReview(database: string): Promise<number> {
	const { open, result, done } = window.bench;
	const db = await open(database);
	const read = db.transaction(['events', 'cards']);
	const [[event], [card, other]] = await Promise.all([
		result(read.objectStore('events').getAll(undefined, 1)),
		result(read.objectStore('cards').getAll(undefined, 2))
	]);
	const from = performance.now();
	const write = db.transaction(['events', 'cards'], 'readwrite', { durability: 'strict' });
	write.objectStore('events').put(event);
	write.objectStore('cards').put(card);
	await done(write);
	await result(db.transaction('cards').objectStore('cards').get(other.id));
	const took = performance.now() - from;
	db.close();
	return took;
}

/**
 * The floor of a first card, in ms since the navigation to a bare document began: the database
 * opened, the first due card read, one frame.
 */
export async function rawFirstCard(database: string): Promise<number> {
	const { open, result } = window.bench;
	const db = await open(database);
	const due = db.transaction('cards').objectStore('cards').index('[queue+due]');
	await result(due.getAll(IDBKeyRange.bound(['review', -Infinity], ['review', Infinity]), 1));
	await new Promise(requestAnimationFrame);
	const took = performance.now();
	db.close();
	return took;
}

/** As {@link rawFirstCard}, with the first page of own reports, whole. */
export async function rawFirstReports(database: string): Promise<number> {
	const { open, result } = window.bench;
	const db = await open(database);
	await result(db.transaction('reports').objectStore('reports').getAll(undefined, 20));
	await new Promise(requestAnimationFrame);
	const took = performance.now();
	db.close();
	return took;
}

/** Turns the shown card, clicks the proposed rating and waits for the next card. */
export async function answerCard(): Promise<AnswerTimes> {
	const asked = () => document.querySelector('h1.question')?.textContent;
	const before = asked();
	document.querySelector<HTMLElement>('footer button')?.click();
	// A person reads the answer; the frame the click falls into is left to chance.
	await new Promise((resolve) => setTimeout(resolve, 120 + Math.random() * 17));
	const proposed = () => document.querySelector<HTMLElement>('button.proposed');
	// The first ratings are fetched while the question is read; on a busy machine that takes longer.
	for (let tries = 0; !proposed() && tries < 50; tries += 1) {
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	const rating = proposed();
	if (!rating) throw new Error(`The card shows no rating: ${document.body.innerText}`);
	const changed = new Promise<number>((resolve) => {
		const observer = new MutationObserver(() => {
			if (asked() === before) return;
			observer.disconnect();
			resolve(performance.now());
		});
		observer.observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	const from = performance.now();
	rating.click();
	const inPage = (await changed) - from;
	await new Promise(requestAnimationFrame);
	return { inPage, painted: performance.now() - from };
}
