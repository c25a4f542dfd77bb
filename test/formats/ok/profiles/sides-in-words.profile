{
  "profile": "sides-in-words",
  "version": 1,
  "columns": [
    {
      "headers": [
        "on"
      ],
      "means": "bookedOn"
    },
    {
      "headers": [
        "sum"
      ],
      "means": "amount"
    },
    {
      "headers": [
        "side"
      ],
      "means": "side"
    },
    {
      "headers": [
        "ccy"
      ],
      "means": "currency"
    },
    {
      "headers": [
        "what"
      ],
      "means": "kind"
    }
  ],
  "dates": [
    "YYYYMMDD",
    "D-MON-YYYY",
    "M/D/YY",
    "D/M/YYYY"
  ],
  "amounts": {},
  "sides": {
    "positive": "DEBIT",
    "credit": [
      "In"
    ],
    "debit": [
      "Out"
    ]
  },
  "kinds": {
    "otherwise": "ADJUSTMENT",
    "words": {
      "fee": "FEE"
    }
  },
  "separator": "|"
}
