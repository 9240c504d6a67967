import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => ({ sitting: params.sitting });
