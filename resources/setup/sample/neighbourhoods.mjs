// Neighbourhoods: the city total is published, the split is ours.
import { CITY_RESIDENTS } from './printed.mjs';

// [name, residents, how much recorded crime it draws within its group]
export const PRIORITY = [
  ['Barne Barton', 5820, 7],
  ['City Centre', 6140, 21],
  ['Devonport', 6410, 9],
  ['East End', 7930, 10],
  ['Greenbank & University', 5090, 8],
  ['Honicknowle', 8120, 8],
  ['Morice Town', 4230, 6],
  ['North Prospect & Weston Mill', 7610, 10],
  ['Stonehouse', 9870, 19],
  ['Whitleigh', 7260, 9],
];
export const OTHERS = [
  ['Beacon Park', 5410, 2],
  ['Chaddlewood', 7520, 2],
  ['Colebrook & Newnham', 5230, 2],
  ['Compton', 5570, 2],
  ['Derriford West & Crownhill', 6180, 4],
  ['Efford', 7340, 5],
  ['Eggbuckland', 6020, 2],
  ['Elburton & Dunstone', 8060, 2],
  ['Ernesettle', 5290, 4],
  ['Estover', 7050, 4],
  ['Ford', 6830, 5],
  ['Glenholt', 3760, 1],
  ['Goosewell', 5940, 1],
  ['Ham & Pennycross', 6660, 4],
  ['Higher Compton & Mannamead', 7180, 3],
  ['Keyham', 6470, 5],
  ['Leigham & Mainstone', 7310, 3],
  ['Lipson & Laira', 6590, 4],
  ['Manadon & Widey', 6240, 3],
  ['Mount Gould', 7450, 6],
  ['Mutley', 6890, 7],
  ['Peverell & Hartley', 8930, 4],
  ['Plympton St Mary', 8210, 3],
  ['Plympton St Maurice', 7640, 3],
  ['Plymstock & Radford', 8870, 4],
  ['Southway', 6720, 5],
  ['Stoke', 7090, 6],
  ['Tamerton Foliot', 3180, 1],
];
const residentsOf = (areas) => areas.reduce((sum, [, residents]) => sum + residents, 0);
export const PRIORITY_RESIDENTS = residentsOf(PRIORITY);
// The last neighbourhood takes what is left of the published city total.
OTHERS.push(['Woodford', CITY_RESIDENTS - PRIORITY_RESIDENTS - residentsOf(OTHERS), 3]);
