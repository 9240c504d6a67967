import type { PupilRecord, TakeBody } from '#lib/domain/classroom/api/class-api.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { RemoteProblem } from '#lib/remote/class-server.ts';
import type { LiveOf } from './served-live.svelte.ts';
import type { ServerSide } from './server-side.ts';

/** Taking what is saved of attempts that were never handed in, on the teacher's word. */
export class Leftovers {
	#side: ServerSide;
	#of: LiveOf;

	busy = $state(false);
	/** `missing`: nothing of that pupil waits. */
	problem = $state.raw<RemoteProblem>();
	/** Whose was taken last. */
	taken = $state<PupilNo>();

	constructor(side: ServerSide, of: LiveOf) {
		this.#side = side;
		this.#of = of;
	}

	/** Makes a submission of what is saved of a pupil's newest attempt, and fetches it. */
	async take(no: PupilNo): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.taken = undefined;
		try {
			this.problem = await this.#take(no);
			if (!this.problem) this.taken = no;
			return !this.problem;
		} finally {
			this.busy = false;
		}
	}

	async #take(no: PupilNo): Promise<RemoteProblem | undefined> {
		const { server, sync } = this.#side;
		const { classId, assignmentId } = this.#of;
		const record = await server.ask<PupilRecord>('GET', `classes/${classId}/pupils/${no}`);
		if (!record.ok) return record.problem;
		const { attempts, submissions } = record.value;
		const isHandedIn = (submissionId: string) => submissions.some(({ id }) => id === submissionId);
		const open = attempts
			.filter((each) => each.assignmentId === assignmentId && !isHandedIn(each.submissionId))
			.sort((a, b) => b.startedAt - a.startedAt);
		const [newest] = open;
		if (!newest) return { code: 'missing' };
		const path = `classes/${classId}/assignments/${assignmentId}/attempts/${newest.submissionId}/take`;
		const body: TakeBody = { evenIfOpen: true };
		const made = await server.ask('POST', path, body);
		if (!made.ok) return made.problem;
		await sync.now();
		return undefined;
	}
}
