"""The folded name of a city goes in, the other spellings come out by which the news call the same city."""

from __future__ import annotations

# Local, Russian, French and English spellings of one name. Not the names of rivers (Dniepr) or regions.
_CITIES = """
kiev kyiv kiew kyjiw
kharkiv kharkov
odessa odesa
lviv lvov lwow
zaporijjia zaporijia zaporojie zaporizhzhia zaporijjya zaporizhia
dnipro dniepropetrovsk
mykolaiv mikolaiv nikolaiev nikolaev
marioupol mariupol
bakhmout bakhmut artiomovsk
louhansk lougansk luhansk lugansk
tchernihiv tchernigov chernihiv
tchernobyl tchornobyl chernobyl
tchernivtsi chernivtsi
avdiivka avdeevka avdeievka
severodonetsk sievierodonetsk
soumy sumy
jytomyr jitomir zhytomyr
krementchouk kremenchuk krementchoug
vinnytsia vinnitsa
izioum izium izyum
enerhodar energodar
berdiansk berdyansk
sebastopol sevastopol
rostov rostow
koursk kursk
bichkek bishkek
tbilissi tbilisi
erevan yerevan
chisinau kichinev
moscou moscow
varsovie warsaw
bucarest bucharest
pekin beijing
rangoun yangon
bombay mumbai
calcutta kolkata
teheran tehran
bagdad baghdad
mossoul mosul
alep aleppo
damas damascus
kaboul kabul
djedda djeddah jeddah
hodeida hodeidah
"""
_LINES = tuple(tuple(line.split()) for line in _CITIES.strip().splitlines())
# Folded name -> the others.
SPELLINGS = {name: tuple(other for other in names if other != name) for names in _LINES for name in names}
