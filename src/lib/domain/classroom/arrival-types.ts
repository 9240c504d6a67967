import type { PupilNo } from './types.ts';

/** How a result reached the teacher. */
export type ArrivalRoute = 'qr' | 'text' | 'file' | 'server';

/**
 * What became of something that arrived. `counted` and `late` hold a submission; `extra` too, beyond
 * the attempts allowed; `duplicate`: that submission is there already. `wrong-code`: sealed with a code
 * that is not that number's. `wrong-version`: answers a quiz this assignment never had. `altered`: a
 * byte differs from what was sealed. `other-class`: nothing this device handed out. `unreadable`: no result at all.
 */
export type ArrivalState =
	| 'counted'
	| 'late'
	| 'extra'
	| 'duplicate'
	| 'unknown-number'
	| 'wrong-code'
	| 'wrong-version'
	| 'altered'
	| 'other-class'
	| 'unreadable';

/** One thing that arrived; kept whatever it is, so that nothing is dropped in silence. */
export interface Arrival {
	/** uuid v7 */
	id: string;
	/** epoch ms, by the teacher's clock */
	at: number;
	route: ArrivalRoute;
	state: ArrivalState;
	assignmentId?: string;
	no?: PupilNo;
	submissionId?: string;
	/** The sealed bytes, base64url, so that it can be read again once the cause is mended. */
	sealed: string;
}
