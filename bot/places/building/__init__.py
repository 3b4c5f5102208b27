"""Building the gazetteer from GeoNames and the Unicode CLDR. Needs the extra `build`; the running bot does not."""
