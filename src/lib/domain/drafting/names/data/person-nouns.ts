import { CALLINGS } from './callings.ts';
import { wordsOf } from './lists.ts';

/** Forms of address, which stand before a person's name and are no part of it. */
export const ADDRESSES = wordsOf(
	'Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Dame Lady Lord Rev Rev. Reverend Father Sister Brother Saint Hon Hon. Honourable Madam Sheikh Imam Ayatollah Rabbi Pope Cardinal Archbishop Bishop Pastor King Queen Prince Princess Emperor Empress Duke Duchess Earl Count Countess Baron Baroness Tsar Sultan Emir Caliph Gen Gen. General Col Col. Colonel Lt Lt. Lieutenant Capt Capt. Captain Maj Maj. Major Sgt Sgt. Sergeant Cpl Corporal Adm Adm. Admiral Brigadier Marshal Commander Commodore Cmdr Constable Detective Inspector Superintendent Sheriff President Vice-President Premier Chancellor Chairman Chairwoman Senator Sen Sen. Rep Rep. Congressman Congresswoman Representative Gov Gov. Governor Mayor Minister Secretary Ambassador Judge Justice Attorney Councillor Councilor Coach'
);

/** Words of offices that are written large before a name: "Prime Minister", "Foreign Secretary", "Chief Executive". */
export const OFFICE_WORDS = wordsOf(
	'Prime Vice Deputy Acting Former Foreign Home Defence Defense Finance Interior Health Education Justice Chief Crown First Executive Managing Lieutenant Major Brigadier Attorney Secretary-General General Under-Secretary Secretary State Press Opposition Leader Speaker MP MEP MSP Assistant Associate Senior Junior Officer Commissioner Director Inspector Superintendent Lady Grand Supreme Health Transport Environment Energy Treasury Shadow Presidential'
);

const COMMON = wordsOf(`
accountant activist actor actress acrobat administrator admiral adult adviser advisor agent aide airman ally ambassador
analyst anchor angler applicant apprentice arbiter archaeologist archbishop archer architect artist assailant assassin
assistant astronaut astronomer athlete attacker attorney aunt author baby bachelor baker banker baron barrister
bassist batsman beneficiary biologist bishop blogger bodyguard bomber boss botanist bowler boxer boy boyfriend bride
broadcaster broker brother builder burglar businessman businesswoman buyer cadet campaigner candidate captain cardinal
caretaker carpenter cartoonist cashier casualty celebrity ceo chairman chairperson chairwoman champion chancellor
chaplain chef chemist chief child choreographer citizen civilian clergyman cleric clerk climber coach colleague collector
colonel columnist comedian commander commentator commissioner competitor composer congressman congresswoman conductor
conspirator constable contestant contractor convict cook coordinator coroner correspondent councillor councilor
counsellor counselor countess couple courier cousin creator creditor cricketer crewman criminal critic cyclist dad dancer
daughter dealer dealmaker defendant defender delegate demonstrator dentist deputy descendant designer detainee detective
developer dictator diplomat director disciple dissident doctor donor driver drummer duchess duke earl economist editor
elder emperor employee employer engineer entrepreneur envoy evacuee executive expert explorer father fan farmer fighter
filmmaker firefighter fireman fisherman footballer foreigner foreman founder friend fugitive gangster gardener general
geologist girl girlfriend goalkeeper golfer governor grandchild grandfather grandmother grandson graduate guard guardian
guest guitarist gunman guide gymnast hacker head headmaster headteacher heir helper hero historian hostage host hunter
husband immigrant infant inhabitant inmate inspector instructor insurgent interpreter inventor investigator investor
islamist jihadist journalist judge jurist juror keeper kid kidnapper king knight laborer labourer lady landlord lawmaker
lawyer leader lecturer legislator librarian lieutenant lifeguard linguist listener lord lover magistrate maid major man
manager marine marshal martyr mathematician mayor mechanic mediator medic member merchant midfielder migrant militant
millionaire billionaire miner minister minor missionary model monarch monk mother motorist mourner mp murderer musician
nanny narrator neighbor neighbour nephew niece novelist nun nurse observer offender officer official onlooker operator
opponent organiser organizer orphan owner painter parent parishioner partner passenger passer-by patient patriarch patron
pedestrian peacekeeper pensioner performer person philosopher photographer physician physicist pianist pilgrim pilot
pioneer pirate planner player poet policeman policewoman politician pope premier presenter president priest prime
prince princess principal prisoner producer professor programmer promoter prosecutor protester protestor psychiatrist
psychologist publisher pupil queen rabbi racer radiologist radical reader rebel recipient referee reformer refugee
relative repairman reporter representative republican rescuer researcher resident retiree rider rival robber ruler runner
sailor scholar scientist sculptor secretary senator sergeant servant settler sheikh sheriff shopkeeper shopper sibling
singer sister skater skier skipper slave smuggler socialist soldier son songwriter sniper speaker specialist spectator
spokesman spokesperson spokeswoman spy staffer star statesman stranger strategist striker student successor suffragette
superintendent superstar supporter surgeon surveyor survivor suspect swimmer tailor teacher teammate technician teenager
tenant terrorist theorist thief toddler tourist trader trainer translator traveller traveler treasurer trooper
trustee tsar tutor uncle user vendor veteran viceroy vice-president victim viewer villager violinist visitor vocalist
volunteer voter waiter waitress warden warlord warrior watchdog widow widower wife winner witness woman worker wrestler
writer youngster youth zoologist politician's everyone somebody
`);

/** What people are called by what they do or are, singular, in lower case. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set([...COMMON, ...CALLINGS]);

/** Plurals of people that no rule makes, in lower case. */
export const PEOPLE_PLURALS = wordsOf(
	'people men women children police policemen troops personnel staff dead wounded injured poor rich young elderly homeless unemployed crew public businessmen fishermen spokesmen gunmen firemen grandchildren wives youths thieves clergy militia infantry folk others survivors'
);
