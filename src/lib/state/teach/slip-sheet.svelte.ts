import { slipCode } from '#lib/domain/classroom/slips.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { ClassRoom } from './class-room.svelte.ts';

/** Slips on a page, three by five. */
const ON_A_PAGE = 15;

/** What is printed for one pupil. */
export interface Slip {
	no: PupilNo;
	pseudonym: string;
	/** Private; only where it was asked for. */
	name?: string;
	code: string;
}

/** The slips of a class, as they are printed. */
export class SlipSheet {
	readonly room: ClassRoom;
	/** One pupil's slip alone, to print it again. */
	only = $state<PupilNo>();
	withNames = $state(false);

	constructor(room: ClassRoom, only?: PupilNo) {
		this.room = room;
		this.only = only;
	}

	/** The pages, once the codes are made; nothing while the class is read or where it is gone. */
	readonly pages: Promise<Slip[][]> | undefined = $derived.by(() => {
		const { row, pupils, names } = this.room;
		if (!row) return undefined;
		const nameOf = (no: PupilNo) => (this.withNames ? names.nameOf(row, no) : undefined);
		const shown = pupils.filter(({ no }) => this.only === undefined || no === this.only);
		const { id: classId, keys } = row;
		const slips = shown.map(async ({ no, pseudonym, slip }) => ({
			no,
			pseudonym,
			name: nameOf(no),
			code: await slipCode(crypto, { classId, no, slip, secret: keys.secret })
		}));
		return Promise.all(slips).then(inPages);
	});
}

/** Slips as they stand on pages. */
export function inPages<T>(slips: readonly T[]): T[][] {
	const count = Math.ceil(slips.length / ON_A_PAGE);
	return Array.from({ length: count }, (_, at) =>
		slips.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE)
	);
}
