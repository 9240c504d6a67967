import autocannon from 'autocannon';
import { headersOf, uploadOf, type Klass, type Pupil } from '../../server/support/school.ts';

/** What a load came to. */
export interface Load {
	perSecond: number;
	/** ms */
	p50: number;
	/** ms */
	p99: number;
	refused: number;
}

/** Submissions, each of its own id, for some seconds over so many connections. */
export async function submit(
	url: string,
	path: string,
	{ pupils, klass, connections, seconds }: Sending
): Promise<Load> {
	let next = 0;
	const result = await autocannon({
		url: url + path,
		connections,
		duration: seconds,
		requests: [
			{
				method: 'POST',
				setupRequest(request) {
					const pupil = pupils[next++ % pupils.length];
					if (!pupil) throw new Error('no pupils');
					const body = JSON.stringify(uploadOf(pupil, klass));
					return { ...request, body, headers: headersOf(pupil) };
				}
			}
		]
	});
	const { requests, latency, non2xx, errors } = result;
	return {
		perSecond: requests.average,
		p50: latency.p50,
		p99: latency.p99,
		refused: non2xx + errors
	};
}

/** Who sends, for whom, and how hard. */
interface Sending {
	pupils: readonly Pupil[];
	klass: Klass;
	connections: number;
	seconds: number;
}
