import { canonicalJson } from '#lib/bank/canonical-json.ts';
import type { AssignmentBody, ClassBody } from '#lib/domain/classroom/api/class-api.ts';
import { publicPoint } from '#lib/domain/classroom/class-keys.ts';
import { textHash } from '#lib/domain/classroom/part-hash.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type { AssignmentRow, ClassRow, RulingRow } from '#lib/storage/class-rows.ts';
import type { ServedRecord } from '#lib/storage/served-class-repository.ts';

/** Something that the server has not, or not as it is now. */
export interface Differing<T> {
	/** Of the class or the assignment. */
	id: string;
	body: T;
	/** Of the body; stored once the server has it. */
	hash: string;
}

/** What of a class the server still has to be told. */
export interface ServedPlan {
	classId: string;
	schoolClass?: Differing<ClassBody>;
	assignments: Differing<AssignmentBody>[];
	/** Assignments deleted here. */
	deletes: string[];
	rulings: Ruling[];
}

/** Under which a class's own hash stands in its row. */
export const CLASS_PART = 'class';

const HASH_BYTES = 16;

/** A class as the server gets it: numbers and pseudonyms, never a name. */
export function classBody(row: ClassRow, retentionDays: number): ClassBody {
	const { name, pupils, keys } = row;
	return {
		name,
		pupils: pupils.map(({ no, pseudonym, leftAt }) => ({
			no,
			pseudonym,
			...(leftAt !== undefined && { leftAt })
		})),
		sealTo: publicPoint(keys.seal.publicKey),
		signedBy: publicPoint(keys.sign.publicKey),
		retentionDays
	};
}

/** A ruling as the server gets it: without the teacher's notes, in which a name may stand. */
function bareRuling({ scope: _, ...ruling }: RulingRow): Ruling {
	if (ruling.type === 'override') return { ...ruling, note: '' };
	if (ruling.type !== 'judge' && ruling.type !== 'drop') return ruling;
	return { ...ruling, note: undefined };
}

/** A hash that is the same for the same body, whatever order its fields have. */
export function bodyHash(body: unknown): Promise<string> {
	return textHash(crypto, canonicalJson(body), HASH_BYTES);
}

/** Tells what the server still has to be told; what was hashed once is remembered. */
export class ServedPlanning {
	#hashes = new Map<string, Promise<string>>();

	async plan({ served, schoolClass, assignments, rulings }: ServedRecord): Promise<ServedPlan> {
		const has = new Set(served.rulings);
		const { id: classId, put, deletes, retentionDays } = served;
		const bare: ServedPlan = { classId, assignments: [], deletes, rulings: [] };
		if (!schoolClass) return { ...bare, deletes: [] };
		const body = classBody(schoolClass, retentionDays);
		const hash = await bodyHash(body);
		const all = await Promise.all(assignments.map((row) => this.#assignment(row)));
		return {
			...bare,
			...(put[CLASS_PART] !== hash && { schoolClass: { id: classId, body, hash } }),
			assignments: all.filter((each) => put[each.id] !== each.hash),
			rulings: rulings.filter(({ id }) => !has.has(id)).map(bareRuling)
		};
	}

	async #assignment(body: AssignmentRow): Promise<Differing<AssignmentBody>> {
		// A frozen quiz never changes: its hash stands for all of it.
		const versions = body.versions.map(({ version, hash, title }) => [version, hash, title]);
		const sign = canonicalJson({ ...body, versions });
		const hash = this.#hashes.get(sign) ?? bodyHash(body);
		this.#hashes.set(sign, hash);
		return { id: body.id, body, hash: await hash };
	}
}
