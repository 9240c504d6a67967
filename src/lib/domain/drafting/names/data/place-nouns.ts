import { wordsOf } from './lists.ts';

/** Words by which a name tells that it names a place. */
export const PLACE_HEADS = wordsOf(`
Airport Airbase Arena Avenue Barracks Base Basin Bay Beach Bridge Building Camp Canal Canyon Cape Castle Cathedral Cave Cemetery
Channel Citadel City Coast County Creek Crossing Dam Delta Desert District Falls Field Forest Fort Gardens Gate Glacier Gulf
Hall Harbor Harbour Heights Hill Hills Hospital Hotel Island Islands Isle Isles Jail Junction Lagoon Lake Lakes Lane
Abbey Chapel Convent Monastery Priory Mall Mansion Memorial Mine Monument Mosque Mount Mountain Mountains Museum Neighborhood Neighbourhood Ocean Palace Park
Passage Peak Peninsula Plain Plains Plateau Plaza Point Pond Port Prefecture Prison Province Quarter Railway Range
Reef Region Reservoir Ridge River Road Sea Shore Shrine Speedway Springs Square Stadium State States Station
Strait Straits Street Strip Suburb Synagogue Temple Terminal Territory Tomb Tower Towers Town Track Tunnel Valley
Aquarium Cafe Café Casino Cinema Clinic Cottage Cove Crater Duchy Farm Fjord Gallery Inn Kingdom Lighthouse Lodge Market Marsh
Moor Motel Pass Pavilion Pier Principality Republic Restaurant Ruins Sanctuary Spa Vineyard Wharf Wood Velodrome Village Volcano Ward Waterfall Well Woods Zone Zoo
`);

/** Places by what they are, singular, in lower case. */
export const PLACE_NOUNS = wordsOf(`
abbey airport alley area arena base bay beach border bridge building camp campus canal capital cave cemetery castle cathedral centre center church
circuit city clinic coast continent corner country countryside county courthouse desert district downtown embassy
enclave factory farm field forest garden gate ground hall harbor harbour headquarters hill hospital hotel house island jail
kingdom lake mine monastery mosque mountain municipality museum neighborhood neighbourhood north northeast northwest ocean office
outskirts palace park peninsula planet plant port prefecture prison province quarter region republic restaurant river
road room school sea shop shore site south southeast southwest square stadium state station store street stronghold suburb
temple territory theatre theater town township university valley venue village west zone east
`);
