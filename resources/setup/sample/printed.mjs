// Figures as printed in the performance report of 23 July 2015, cumulative since April.
export const CRIME_1415 = [1612, 3158, 4786, 6369, 7876, 9425, 10991, 12545, 14163, 15649, 17142, 18822];
export const CRIME_1516 = [1662, 3368, 4799];
export const GAP_1415 = [6.9, 13.5, 19.6, 26.4, 32.5, 39.3, 45.8, 52.2, 58.4, 64.2, 70.6, 77.4];
export const GAP_1516 = [6.5, 12.6, 18.0];
export const CITY_RESIDENTS = 261546;
