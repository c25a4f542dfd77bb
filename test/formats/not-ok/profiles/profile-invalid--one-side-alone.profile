{
  "profile": "district-bank",
  "version": 3,
  "title": "Statement of a bank.",
  "encoding": "WINDOWS-1252",
  "separator": ";",
  "skipLines": 2,
  "columns": [
    {
      "headers": [
        "Datum",
        "Booked"
      ],
      "means": "bookedOn"
    },
    {
      "headers": [
        "Haben"
      ],
      "means": "creditAmount"
    },
    {
      "headers": [
        "Nummer"
      ],
      "means": "bank"
    }
  ],
  "dates": [
    "D.M.YYYY"
  ],
  "amounts": {
    "decimal": ",",
    "thousands": ".",
    "negatives": [
      "MINUS_BEFORE"
    ]
  },
  "sides": {
    "positive": "CREDIT"
  },
  "kinds": {
    "words": {
      "Rucklastschrift": "RETURN"
    }
  },
  "totals": {
    "word": "Summe",
    "in": "bank",
    "isRequired": true,
    "count": "kind"
  }
}
