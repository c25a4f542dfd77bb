{
  "profile": "smallest",
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
    }
  ],
  "dates": [
    "YYYY-MM-DD"
  ],
  "amounts": {},
  "sides": {
    "positive": "CREDIT"
  }
}
