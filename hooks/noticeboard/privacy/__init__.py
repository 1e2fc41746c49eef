"""What tells a person from a number: detectors of personal data in plain text, exact where a check digit allows it."""
