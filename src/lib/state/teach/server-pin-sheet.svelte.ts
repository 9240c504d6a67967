import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { ServedRoom } from './served-room.svelte.ts';
import { inPages } from './slip-sheet.svelte.ts';

/** What is printed for one pupil. */
export interface PinSlip {
	no: PupilNo;
	pseudonym: string;
	/** Private; only where it was asked for. */
	name?: string;
	pin: string;
}

/** The PINs of a class on the server, as they are printed. */
export class PinSheet {
	readonly served: ServedRoom;
	/** One pupil's slip alone, to print it again. */
	only = $state<PupilNo>();
	withNames = $state(false);

	constructor(served: ServedRoom, only?: PupilNo) {
		this.served = served;
		this.only = only;
	}

	/** Those whose PIN this device knows. */
	get slips(): PinSlip[] {
		const { row, names } = this.served.room;
		const nameOf = (no: PupilNo) => (this.withNames && row ? names.nameOf(row, no) : undefined);
		return this.served.pupils.flatMap(({ no, pseudonym, pin }) => {
			const isLeftOut = this.only !== undefined && no !== this.only;
			if (pin === undefined || isLeftOut) return [];
			const name = nameOf(no);
			return [{ no, pseudonym, pin, ...(name !== undefined && { name }) }];
		});
	}

	get pages(): PinSlip[][] {
		return inPages(this.slips);
	}
}
