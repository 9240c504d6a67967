import { readServedClass } from '#lib/domain/classroom/api/class-answers.ts';
import type { ClassBody, PutClass, ServedClass } from '#lib/domain/classroom/api/class-api.ts';
import { refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { RemoteProblem } from '#lib/remote/class-server.ts';
import type { ServedClassRow } from '#lib/storage/class-rows.ts';
import { differenceOf } from './served-difference.ts';
import { bodyHash, CLASS_PART, type Differing } from './served-plan.ts';

/** Asks for something of one class. */
export type AskOfClass = <T>(
	method: 'GET' | 'PUT',
	path: string,
	body?: unknown
) => Promise<Outcome<T, RemoteProblem>>;

/** How many puts whose answer was lost are told from another device's. */
const MOST_SENT = 20;

/** A class's row before a put is sent, whose answer may be lost. */
export function withSent(row: ServedClassRow, hash: string): ServedClassRow {
	const sent = (row.sent ?? []).filter((each) => each !== hash);
	return { ...row, sent: [...sent, hash].slice(-MOST_SENT) };
}

/** A class's row after the server took the class. */
export function withPut(row: ServedClassRow, put: PutClass, hash: string): ServedClassRow {
	const pins = Object.fromEntries(put.pins.map(({ no, pin }) => [no, pin]));
	const { code, retentionDays, changedAt } = put.class;
	return {
		...{ ...row, code, retentionDays, changedAt },
		pins: { ...row.pins, ...pins },
		put: { ...row.put, [CLASS_PART]: hash },
		sent: []
	};
}

/** How the class stands on the server. */
export async function readClass(ask: AskOfClass): Promise<Outcome<ServedClass, RemoteProblem>> {
	const answer = await ask<unknown>('GET', '');
	if (!answer.ok) return answer;
	const value = readServedClass(answer.value);
	return value ? { ok: true, value } : refused({ code: 'unexpected' });
}

/** Hash of what this device would have had to put for the class to be as it is there. */
function hashOf({ name, pupils, retentionDays }: ServedClass, { sealTo, signedBy }: ClassBody) {
	const said = pupils.map(({ no, pseudonym, leftAt }) => ({
		...{ no, pseudonym },
		...(leftAt !== undefined && { leftAt })
	}));
	return bodyHash({ name, pupils: said, sealTo, signedBy, retentionDays });
}

/** Whether nothing was said on the server but what this device said, or would say. */
async function isOwnWord(
	there: ServedClass,
	{ body }: Differing<ClassBody>,
	{ sent = [] }: ServedClassRow
): Promise<boolean> {
	return !differenceOf(body, there) || sent.includes(await hashOf(there, body));
}

/**
 * Puts a class, based on what this device last knew of it. Where it is another by now, and only by this
 * device's own word whose answer was lost, it is put again; else `changed-elsewhere`.
 */
export async function putBased(
	ask: AskOfClass,
	schoolClass: Differing<ClassBody>,
	served: ServedClassRow
): Promise<Outcome<PutClass, RemoteProblem>> {
	const put = (basedOn: number | undefined) =>
		ask<PutClass>('PUT', '', { ...schoolClass.body, ...(basedOn !== undefined && { basedOn }) });
	const first = await put(served.changedAt);
	if (first.ok || first.problem.code !== 'changed-elsewhere') return first;
	const there = await readClass(ask);
	if (!there.ok) return there;
	return (await isOwnWord(there.value, schoolClass, served)) ? put(there.value.changedAt) : first;
}
