import type { UploadAck } from '#lib/domain/classroom/api/pupil-api.ts';
import { quantile } from '../table.ts';
import {
	headersOf,
	putClass,
	signIn,
	submissionsOf,
	uploadOf,
	type Caller,
	type Klass,
	type Pupil
} from '../../server/support/school.ts';

const CLASSES = 200;
const PUPILS = 30;
const WITHIN_MS = 60_000;
/** Sign-ins at once: each stretches a PIN. */
const AT_ONCE = 8;

/** Some work over a list, so many at once; in the list's order. */
async function each<T, R>(
	list: readonly T[],
	work: (one: T) => Promise<R>,
	atOnce = AT_ONCE
): Promise<R[]> {
	const results: R[] = [];
	for (let from = 0; from < list.length; from += atOnce)
		results.push(...(await Promise.all(list.slice(from, from + atOnce).map(work))));
	return results;
}

const after = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

/** Hands in once, again until it is acknowledged, as a device does; how long it took in ms. */
async function handIn(pupil: Pupil, klass: Klass): Promise<number> {
	const body = JSON.stringify(uploadOf(pupil, klass));
	const begun = performance.now();
	for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 8000)) {
		const response = await fetch(`${pupil.url}/api/pupil/${pupil.classId}/work`, {
			...{ method: 'POST', headers: headersOf(pupil), body }
		}).catch(() => undefined);
		const ack = response?.ok ? ((await response.json()) as UploadAck) : undefined;
		if (ack?.attempts[0]?.handedInAt !== undefined) return performance.now() - begun;
		await after(waitMs);
	}
}

/** 200 classes of 30 that hand in within a minute, each pupil at a moment of their own: is anything lost? */
export async function soak(teacher: Caller): Promise<void> {
	// One at a time: the server stretches a PIN for each pupil before it answers.
	const classes = await each(Array.from({ length: CLASSES }), () => putClass(teacher, PUPILS), 1);
	console.info(`${CLASSES} classes of ${PUPILS} are on the server; their pupils sign in …`);
	const places = classes.flatMap((klass) => klass.pins.map((pin) => ({ klass, pin })));
	const pupils = await each(places, async ({ klass, pin }) => ({
		klass,
		pupil: await signIn({ url: teacher.url }, klass, pin)
	}));
	console.info(`${pupils.length} pupils hand in within ${WITHIN_MS / 1000} s …`);
	const begun = performance.now();
	const took = await Promise.all(
		pupils.map(async ({ klass, pupil }) => {
			await after(Math.random() * WITHIN_MS);
			return handIn(pupil, klass);
		})
	);
	const seconds = (performance.now() - begun) / 1000;
	const kept = await each(classes, (klass) => submissionsOf(teacher, klass));
	const total = kept.reduce((sum, count) => sum + count, 0);
	const ms = (share: number) => `${quantile(took, share).toFixed(0)} ms`;
	console.info(
		`${took.length} acknowledged in ${seconds.toFixed(1)} s, ${total} kept; p50 ${ms(0.5)}, p99 ${ms(0.99)}, slowest ${ms(1)}`
	);
}
