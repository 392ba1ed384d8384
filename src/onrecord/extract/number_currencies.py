"""Which signs, letters, codes and names stand for which currency?

Source: ISO 4217 codes and common English names, compiled for onrecord, 2026-11-25.
"""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


SIGNS = _pairs("$=USD £=GBP €=EUR ¥=JPY ₹=INR ₦=NGN ₪=ILS ₽=RUB ₩=KRW ₱=PHP ₺=TRY ₴=UAH ฿=THB ₫=VND")
# Letters that make another currency of a dollar sign: "A$", "NZ $", "HK$".
DOLLARS = _pairs(
    "us=USD a=AUD au=AUD aud=AUD c=CAD ca=CAD cad=CAD can=CAD nz=NZD nzd=NZD hk=HKD s=SGD nt=TWD r=BRL j=JMD tt=TTD usd=USD "
    "mx=MXN z=ZWL"
)
CODES = frozenset(
    (
        "aed afn ars aud bdt brl bwp cad chf clp cny cop czk dkk egp etb eur gbp ghs hkd huf idr ils inr iqd irr jod jpy kes "
        "krw kwd lbp lkr mmk mxn myr ngn nok npr nzd pen php pkr pln qar rmb rub sar sek sgd syp thb try twd tzs uah ugx usd "
        "vnd zar "
    ).split()
)
CODE_SLIPS = _pairs("RMB=CNY RS=INR KSH=KES")
# The plain name of a currency; where several countries share it, the adjective before it decides, else the best-known one.
NAMES = _pairs(
    "dollar=USD buck=USD euro=EUR pound=GBP sterling=GBP quid=GBP yen=JPY yuan=CNY renminbi=CNY rouble=RUB ruble=RUB "
    "rupee=INR rupiah=IDR ringgit=MYR baht=THB dong=VND won=KRW peso=MXN real=BRL reais=BRL lira=TRY rial=IRR riyal=SAR "
    "dirham=AED dinar=IQD shekel=ILS naira=NGN cedi=GHS rand=ZAR shilling=KES birr=ETB pula=BWP kwacha=ZMW krone=DKK "
    "kroner=DKK krona=SEK kronor=SEK zloty=PLN forint=HUF koruna=CZK hryvnia=UAH hryvnias=UAH franc=CHF taka=BDT "
    "afghani=AFN kyat=MMK tenge=KZT som=KGS manat=AZN lari=GEL leu=RON lei=RON lev=BGN leva=BGN metical=MZN kwanza=AOA "
    "bolivar=VES lempira=HNL quetzal=GTQ guarani=PYG dalasi=GMD leone=SLL ouguiya=MRU bitcoin=BTC cfa=XOF gourde=HTG "
    "kina=PGK riel=KHR tugrik=MNT dram=AMD"
)
NATIONAL = {
    "dollar": _pairs(
        "us=USD american=USD australian=AUD canadian=CAD zealand=NZD kong=HKD singapore=SGD taiwan=TWD taiwanese=TWD "
        "jamaican=JMD zimbabwean=ZWL zimbabwe=ZWL liberian=LRD"
    ),
    "pound": _pairs("british=GBP egyptian=EGP syrian=SYP lebanese=LBP sudanese=SDG"),
    "rupee": _pairs("indian=INR pakistani=PKR pakistan=PKR nepalese=NPR nepali=NPR sri=LKR lankan=LKR"),
    "peso": _pairs("mexican=MXN philippine=PHP argentine=ARS chilean=CLP colombian=COP cuban=CUP"),
    "rial": _pairs("iranian=IRR yemeni=YER omani=OMR qatari=QAR"),
    "dinar": _pairs("iraqi=IQD jordanian=JOD kuwaiti=KWD libyan=LYD tunisian=TND serbian=RSD bahraini=BHD"),
    "dirham": _pairs("moroccan=MAD"),
    "franc": _pairs("swiss=CHF cfa=XOF rwandan=RWF congolese=CDF burundian=BIF"),
    "shilling": _pairs("kenyan=KES kenya=KES ugandan=UGX tanzanian=TZS tanzania=TZS uganda=UGX somali=SOS"),
    "krone": _pairs("norwegian=NOK danish=DKK"),
    "kroner": _pairs("norwegian=NOK danish=DKK"),
    "krona": _pairs("icelandic=ISK"),
    "won": _pairs("north=KPW"),
    "kwacha": _pairs("malawian=MWK"),
}
ADJECTIVES = frozenset(adjective for table in NATIONAL.values() for adjective in table) | {"new", "hong", "south"}
